/** Where smaller variants of pictures lie. Addresses of editors' files are slugged and never hold `_`; the table of addresses keeps all others out. */
export const PICTURE_FOLDER = '/tep/_/';
