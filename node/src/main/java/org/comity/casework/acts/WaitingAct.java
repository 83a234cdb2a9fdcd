package org.comity.casework.acts;

import org.comity.procedure.Draft;

/**
 * An act that waits for approval, as one officer sees it beside its request.
 *
 * @param mine this officer may approve it
 * @param approvers names of who may; empty where nobody may
 */
public record WaitingAct(Draft draft, boolean mine, String approvers) {}
