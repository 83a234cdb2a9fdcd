-- What was tried to wake somebody stays with the request; what was not needed any more is found and goes.
drop index notification.alarm_call_settled;
create index alarm_call_dropped on notification.alarm_call (settled_at) where status = 'DROPPED';
create index alarm_call_sent on notification.alarm_call (how, settled_at) where status = 'SENT';
