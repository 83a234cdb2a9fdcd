-- What came by mail and was shown to its author, who has not said yet that it is to stand.
create table notification.reply_draft (
    id       bigint generated always as identity primary key,
    official text        not null references notification.digest on delete cascade,
    post     bigint      not null,
    tlp      text        not null,
    text     text        not null check (length(text) between 1 and 8000),
    came_at  timestamptz not null,
    said_as  bigint
);
create index reply_draft_came on notification.reply_draft (official, came_at);

-- An address to which one official answers one contribution, once; or says that a draft is to stand. Of its token the hash alone.
create table notification.reply_address (
    hash     text        primary key check (length(hash) = 64),
    official text        not null references notification.digest on delete cascade,
    post     bigint      not null,
    draft    bigint      references notification.reply_draft on delete cascade,
    ends_at  timestamptz not null,
    -- the file of the mail that used it
    used_by  text
);
create index reply_address_ends on notification.reply_address (ends_at);

-- What is told of an answer: one mail, written when it leaves.
create table notification.reply_mail (
    id            bigint generated always as identity primary key,
    official      text        not null references notification.digest on delete cascade,
    kind          text        not null check (kind in ('SHOWN', 'SAID', 'REFUSED')),
    post          bigint      not null,
    draft         bigint      references notification.reply_draft on delete cascade,
    why           text        not null default '',
    planned_at    timestamptz not null,
    status        text        not null check (status in ('WAITING', 'SENT', 'DROPPED', 'FAILED')),
    attempts      integer     not null default 0,
    next_attempt  timestamptz not null,
    claimed_until timestamptz,
    last_error    text,
    settled_at    timestamptz
);
create index reply_mail_due on notification.reply_mail (next_attempt) where status = 'WAITING';
create index reply_mail_settled on notification.reply_mail (settled_at) where status <> 'WAITING';
create index reply_mail_planned on notification.reply_mail (official, planned_at);
