package org.comity.cooperation;

import org.comity.proof.Act;
import org.comity.vocabulary.Channel;

/** An approved act of ours went to the exchange, or out by letter. Published inside the transaction. */
public record ActSent(Act act, String reference, Channel channel) {}
