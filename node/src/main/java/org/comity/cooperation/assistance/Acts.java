package org.comity.cooperation.assistance;

import org.comity.cooperation.Redirection;

/** Types of act of an assistance thread, and the facts by which they speak of others, as envelopes name them. */
final class Acts {

    static final String REQUEST = "request";
    static final String SUPPLEMENT = "supplement";
    static final String ANSWER = "answer";
    static final String ACCEPT_CONDITIONS = "accept-conditions";
    static final String DECLINE_CONDITIONS = "decline-conditions";
    static final String ASK_STATUS = "ask-status";
    static final String NO_LONGER_REQUIRED = "no-longer-required";
    static final String ASK_USE = "ask-use";
    static final String EXCULPATORY = "exculpatory";
    static final String CLOSE = "close";
    static final String ACKNOWLEDGE = "acknowledge";
    static final String ASK = "ask";
    static final String PROPOSE_CONDITIONS = "propose-conditions";
    static final String ACCEPT = "accept";
    static final String PASS = "pass";
    static final String EXECUTED = "executed";
    static final String POSTPONE = "postpone";
    static final String UNABLE = "unable";
    static final String REFUSE = "refuse";
    static final String STATUS = "status";
    static final String CONSENT_USE = "consent-use";
    static final String REFUSE_USE = "refuse-use";
    static final String CONFIDENTIALITY = "confidentiality";
    static final String COSTS = "costs";
    static final String REDIRECT = Redirection.ACT;

    /** The fact that names a proposal of conditions; the field of a state that names the one now open. */
    static final String CONDITIONS = "conditions";

    /** The fact that names a wider use that was asked for. */
    static final String USE = "use";

    private Acts() {}
}
