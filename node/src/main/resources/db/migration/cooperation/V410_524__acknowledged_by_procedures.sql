-- What is not acknowledged, each procedure's file says, of information that is given, too: the indexes name no state.
drop index cooperation.request_alarm;
create index request_alarm on cooperation.request (opened_at, thread) where emergency and turn = 'OURS';

drop index cooperation.request_told;
create index request_told on cooperation.request (opened_at, thread)
    where emergency and not drill and turn = 'THEIRS';

drop index cooperation.request_unacknowledged;
create index request_unacknowledged on cooperation.request (due, thread)
    where not emergency and not drill and turn = 'OURS';
