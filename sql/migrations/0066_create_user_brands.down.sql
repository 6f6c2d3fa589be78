DROP TABLE user_brands;
