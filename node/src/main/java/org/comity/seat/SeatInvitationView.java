package org.comity.seat;

import org.comity.ui.FormProblems;

/**
 * Asks a browser for a passkey: to make one, or to come in.
 *
 * @param options JSON for the browser; empty once the key is made
 * @param fingerprint to be read aloud on the telephone, once the key is made
 */
public record SeatInvitationView(
        String token, String name, String options, String fingerprint, FormProblems problems) {}
