package org.comity.desk;

import java.time.Instant;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;

/**
 * Says that another State has not acknowledged an emergency that we told it.
 *
 * @param since when it left
 */
public record AwaitedAcknowledgement(RequestRow request, Participant other, Instant since) {}
