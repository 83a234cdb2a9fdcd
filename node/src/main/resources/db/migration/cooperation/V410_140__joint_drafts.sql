-- Acts of joint threads that are written here; thread is null until an opening act is submitted.
create table cooperation.joint_draft (
    id           text primary key,
    thread       text,
    procedure    text not null,
    type         text not null,
    convention   text not null,
    body         text not null,
    facts        text not null,
    invites      text not null,
    status       text not null check (status in ('WRITING', 'SUBMITTED', 'SENT')),
    version      bigint not null,
    written_by   text not null,
    saved_at     timestamptz not null,
    submitted_by text,
    submitted_at timestamptz,
    given_back   text,
    act          text unique,
    act_json     bytea,
    act_pdf      bytea
);
create index joint_draft_open on cooperation.joint_draft (thread, status);
