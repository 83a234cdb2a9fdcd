-- What moderators did in rooms whose day of deletion has come: how often, and nothing of what was said, where, or by whom.
create table forum.moderation_before (
    quarter  text   not null,
    action   text   not null,
    reason   text   not null,
    times    bigint not null,
    appealed bigint not null,
    lifted   bigint not null,
    primary key (quarter, action, reason)
);
