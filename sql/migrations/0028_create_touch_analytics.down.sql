DROP TABLE touch_analytics;
