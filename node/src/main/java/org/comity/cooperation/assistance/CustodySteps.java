package org.comity.cooperation.assistance;

/** Types of act that deliver, or speak of what was delivered, and their facts, as envelopes name them. */
final class CustodySteps {

    static final String DELIVER = "deliver";
    static final String RECEIVED = "received";
    static final String MATCHED = "matched";
    static final String NOT_MATCHED = "not-matched";
    static final String ONWARD = "onward";
    static final String RETURNED = "returned";
    static final String DESTROYED = "destroyed";

    /** The fact that names the act that delivered. */
    static final String DELIVERY = "delivery";

    /** Of an onward transfer: the act that consented to it, or {@link #NONE}, Art. 40(19). The fold does not judge it. */
    static final String CONSENT = "consent";

    static final String NONE = "none";

    /** Of a delivery: whether more is to come. */
    static final String PART = "part";

    static final String WHOLE = "whole";
    static final String PARTIAL = "partial";

    private CustodySteps() {}
}
