package org.comity.conference;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be read, recorded or changed among the papers of the Conference as they stand. */
public final class ConferenceRefused extends RuleBroken {

    private ConferenceRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    public static ConferenceRefused unknown() {
        return new ConferenceRefused("conference.unknown", Map.of());
    }

    /** Its sessions are kept on another node, and read here from its board. */
    static ConferenceRefused hostedElsewhere() {
        return new ConferenceRefused("conference.hosted-elsewhere", Map.of());
    }

    public static ConferenceRefused forbidden() {
        return new ConferenceRefused("conference.forbidden", Map.of());
    }

    /** Somebody was faster, or it stands otherwise by now. */
    public static ConferenceRefused moved() {
        return new ConferenceRefused("conference.moved", Map.of());
    }

    /** So much is not kept in one place. */
    public static ConferenceRefused full() {
        return new ConferenceRefused("conference.full", Map.of());
    }
}
