-- What is being collected for an order goes on until it ends: it stays on the lists of the authority that ordered it.
update cooperation.request
   set turn = 'THEIRS'
 where procedure = 'provider-order/1' and state = 'Collecting' and turn = 'NOBODY' and our_role = 'requesting';
