-- What was said on the phone before a request: ours alone. It becomes a line of the domestic file once the request is sent.
create table cooperation.draft_call (
    draft    text primary key,
    at       timestamptz,
    person   text not null,
    said     text not null,
    number   text not null,
    official text not null
);
