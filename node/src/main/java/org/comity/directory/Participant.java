package org.comity.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;

/**
 * One participant's entry, written and signed by itself.
 *
 * @param id e.g. {@code XA-1}
 * @param names the State's name by language tag ({@code en}, {@code ar} …)
 * @param capitals the capital's name by language tag
 * @param node how its node is reached and recognised; null for a counterpart without a node
 * @param languages of requests it accepts, BCP 47
 * @param phone the duty phone, as written
 * @param mail the duty mail address
 * @param hours e.g. {@code 24/7}
 * @param functions its authorities, by function: {@code contact-point}, {@code central-authority} … to name
 * @param profile what its law needs
 * @param version of the entry, rising
 * @param kind which procedures it may open and be asked in
 */
// More than twelve: it is what an entry of the directory says.
public record Participant(
        String id,
        StateParty state,
        Map<String, String> names,
        Map<String, String> capitals,
        ZoneId zone,
        @Nullable NodeAddress node,
        List<String> languages,
        String phone,
        String mail,
        String hours,
        Map<String, String> functions,
        StateProfile profile,
        long version,
        Instant signedAt,
        Instant validUntil,
        ParticipantKind kind) {

    private static final String CONTACT_POINT = "contact-point";
    private static final String CENTRAL_AUTHORITY = "central-authority";

    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("en", state.code()));
    }

    public String capital(String language) {
        return capitals.getOrDefault(language, capitals.getOrDefault("en", state.code()));
    }

    /** Who speaks for it in this function; its contact point where it names nobody else. */
    public String speaker(String function) {
        return functions.getOrDefault(function(function), functions.getOrDefault(CONTACT_POINT, id));
    }

    /** The function in which it speaks where this one is asked: its central authority has every one that it gives to nobody else. */
    public String function(String asked) {
        return function(functions, asked);
    }

    /** The authority that these name for this function, or has it because they name none; empty where there is neither. */
    public static String named(Map<String, String> functions, String asked) {
        return functions.getOrDefault(function(functions, asked), "");
    }

    private static String function(Map<String, String> functions, String asked) {
        boolean named = !functions.getOrDefault(asked, "").isBlank();
        return named || asked.equals(CONTACT_POINT) ? asked : CENTRAL_AUTHORITY;
    }

    public boolean hasNode() {
        return node != null;
    }

    /**
     * @param procedures what it accepts, e.g. {@code preservation/1}
     * @param evidence where released items are fetched from it; null if it gives none out over the wire
     */
    public record NodeAddress(
            URI as4,
            X509Certificate seal,
            X509Certificate as4Certificate,
            X509Certificate tls,
            X509Certificate register,
            String ageRecipient,
            List<String> procedures,
            @Nullable URI evidence) {

        public NodeAddress(
                URI as4,
                X509Certificate seal,
                X509Certificate as4Certificate,
                X509Certificate tls,
                X509Certificate register,
                String ageRecipient,
                List<String> procedures) {
            this(as4, seal, as4Certificate, tls, register, ageRecipient, procedures, null);
        }

        /** The same node, once its program accepts something else. */
        public NodeAddress accepting(List<String> accepted) {
            return new NodeAddress(as4, seal, as4Certificate, tls, register, ageRecipient, accepted, evidence);
        }
    }
}
