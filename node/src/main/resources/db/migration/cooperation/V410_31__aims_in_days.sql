-- Received, taken up or put off: our aim is days, and was counted in hours.
update cooperation.request
   set due = changed_at + case when state = 'Received' then interval '7 days'
                               when state in ('Postponed', 'Unable') then interval '14 days'
                               else interval '30 days' end
 where procedure like 'assistance/%' and our_role = 'requested' and turn = 'OURS' and not asked_by and not emergency
   and state in ('Received', 'Postponed', 'Unable', 'Accepted', 'InExecution', 'StepsPending', 'PartlyDelivered');
update cooperation.request
   set due = changed_at + interval '14 days'
 where procedure like 'preservation/%' and our_role = 'requested' and turn = 'OURS' and not asked_by and not emergency
   and state = 'Unable';
