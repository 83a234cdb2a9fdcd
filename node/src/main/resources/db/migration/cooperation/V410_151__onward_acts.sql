-- Acts by which personal data go on, or may go on, to a third State or an organisation; what they say stands in the acts.
create table cooperation.onward_act (
    act    text primary key,
    thread text        not null,
    at     timestamptz not null
);
create index onward_act_at on cooperation.onward_act (at, act);
