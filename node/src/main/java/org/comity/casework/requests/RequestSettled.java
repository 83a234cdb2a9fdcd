package org.comity.casework.requests;

/** Two officers settled the dispute of this thread: nothing follows in it. Published inside the transaction. */
record RequestSettled(String thread) {}
