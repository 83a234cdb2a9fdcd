package org.comity.casework;

import java.time.Instant;
import org.comity.proof.act.Act;
import org.comity.vocabulary.Channel;
import org.jspecify.annotations.Nullable;

/**
 * An approved act of ours went to the exchange, or out by letter. Published inside the transaction.
 *
 * @param heldUntil it leaves then; null: at once
 */
public record ActSent(
        Act act,
        String reference,
        Channel channel,
        @Nullable Instant heldUntil) {}
