create table cooperation.file_line (
    id        bigint generated always as identity primary key,
    thread    text        not null,
    kind      text        not null,
    text      text        not null,
    number    text        not null,
    time      timestamptz not null,
    official  text        not null,
    scan_name text,
    scan_type text,
    scan      bytea
);
create index file_line_thread on cooperation.file_line (thread, time desc, id desc);

create table cooperation.message (
    id     bigint generated always as identity primary key,
    thread text        not null,
    author text        not null,
    text   text        not null,
    time   timestamptz not null,
    ours   boolean     not null
);
create index message_thread on cooperation.message (thread, id desc);
