-- What ends soon in one state of one procedure is counted without what is over: closed requests, which stay, have no end any more.
create index request_law_ends on cooperation.request ((split_part(procedure, '/', 1)), state, until) where until is not null;
