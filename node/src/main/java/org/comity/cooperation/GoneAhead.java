package org.comity.cooperation;

import org.comity.vocabulary.Official;

/** One officer let an act of an emergency leave. Published inside the transaction; a second officer confirms afterwards. */
public record GoneAhead(Draft draft, Official by) {}
