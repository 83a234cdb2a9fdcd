-- A ministry's system follows all requests by what changed since it last asked.
create index request_changed on cooperation.request (changed_at, thread);
