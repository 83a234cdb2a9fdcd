-- What was tried to wake somebody stays with the request; what was not needed any more is found and goes. The health page
-- counts what was sent or failed lately: what stays for years is not read for it.
drop index notification.alarm_call_settled;
create index alarm_call_settled on notification.alarm_call (status, settled_at) where status <> 'WAITING';
create index alarm_call_sent on notification.alarm_call (how, settled_at) where status = 'SENT';
