package org.comity.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.proof.form.SaltedHash;

/**
 * Names the request that another one follows, e.g. a preservation (Art. 42(8)), to those who know its thread, and to nobody else. Stands in
 * the opening act's facts, so that it outlives the body.
 */
public record Link(SaltedHash commitment) {

    /** The fact of the opening act: {@code <salt>:<SHA-256>}, a salted commitment to the thread's id. */
    public static final String FACT = "follows";

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32}):([0-9a-f]{64})");

    public static Link to(String thread) {
        return new Link(SaltedHash.of(thread.getBytes(UTF_8)));
    }

    /** Empty where the text has another form. */
    public static Optional<Link> read(String fact) {
        var form = FORM.matcher(fact);
        return form.matches() ? Optional.of(new Link(new SaltedHash(form.group(1), form.group(2)))) : Optional.empty();
    }

    public String fact() {
        return commitment.salt() + ":" + commitment.sha256();
    }

    public boolean leadsTo(String thread) {
        return commitment.commitsTo(thread.getBytes(UTF_8));
    }

    /** The thread it names, among those that the reader knows. */
    public Optional<String> among(Stream<String> threads) {
        return threads.filter(this::leadsTo).findFirst();
    }
}
