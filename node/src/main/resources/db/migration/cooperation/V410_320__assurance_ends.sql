-- Days on which assurances of one State to another end; what they say stands in the acts.
create table cooperation.assurance_end (
    act    text not null,
    thread text not null,
    until  date not null,
    primary key (act, until)
);
create index assurance_end_until on cooperation.assurance_end (until, thread);
