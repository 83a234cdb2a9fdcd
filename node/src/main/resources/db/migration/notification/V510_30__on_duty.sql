-- The chain begins with whoever is on duty by the rota.
alter table notification.alarm_call drop constraint alarm_call_who_check;
alter table notification.alarm_call add constraint alarm_call_who_check
    check (who in ('ON_DUTY', 'CONTACT_POINT', 'SECOND_OFFICER', 'CENTRAL_AUTHORITY'));
