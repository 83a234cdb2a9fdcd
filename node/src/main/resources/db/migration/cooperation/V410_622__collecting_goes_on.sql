-- What is being collected for an order goes on until it ends: whoever collects goes on, and it stays on the lists of both.
update cooperation.request
   set turn = case our_role when 'requesting' then 'THEIRS' else 'OURS' end,
       turn_since = case our_role when 'requested' then changed_at end
 where procedure = 'provider-order/1' and state = 'Collecting' and turn = 'NOBODY';
