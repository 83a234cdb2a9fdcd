-- The chain begins with whoever is on duty by the rota.
alter table notification.alarm_call drop constraint alarm_call_who_check;
alter table notification.alarm_call add constraint alarm_call_who_check
    check (who in ('ON_DUTY', 'CONTACT_POINT', 'SECOND_OFFICER', 'CENTRAL_AUTHORITY'));

-- Whose shift it tells: the same address is told again in the next shift. Empty for a step of the configuration.
alter table notification.alarm_call add column shift text not null default '';
alter table notification.alarm_call drop constraint alarm_call_thread_who_after_seconds_how_target_key;
alter table notification.alarm_call add unique (thread, who, after_seconds, how, target, shift);
