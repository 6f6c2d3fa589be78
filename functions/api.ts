import { answerDoor } from '#api/answer-door.ts';
import { createApi } from '#api/create-api.ts';
import { onHttp } from './door.ts';

const api = createApi();

/** Version 1 of the HTTPS API, the document that describes it, and a page that shows it. */
export default onHttp((asked, context) => answerDoor(api, asked, context));
