package org.comity.preservation;

import java.time.Instant;
import java.util.Map;
import org.comity.thread.Procedure;

/** Where a preservation stands (Art. 42). {@link PreservationMove} holds the whole table. */
sealed interface PreservationState extends Procedure.State {

    /** States in which the requested State Party has not yet answered the request itself. */
    sealed interface Pending extends PreservationState {}

    /** States in which the data are kept. */
    sealed interface Kept extends PreservationState {
        Instant until();
    }

    sealed interface Ending extends PreservationState {}

    record Requested() implements Pending {}

    record Received() implements Pending {}

    /** A question is open; {@code resume} is where the answer leads back. */
    record FactsAsked(PreservationState resume) implements Pending {}

    /** Preservation may not ensure availability, or may harm secrecy or the investigation, Art. 42(7). */
    record RiskNotified(PreservationState resume) implements Pending {}

    /** Taken up, and confidentiality settled. */
    record Accepted() implements Pending {}

    /** Unable to assist at present; not a refusal. */
    record Unable() implements Pending {}

    record Preserved(Instant until) implements Kept {}

    /** More time was asked before the end, Art. 42(9). */
    record ExtensionAsked(Instant until) implements Kept {}

    /** The assistance request is here: kept until it is decided, whatever the period, Art. 42(8). */
    record Held(Instant until) implements Kept {}

    record Refused() implements Ending {}

    record NotAvailable() implements Ending {}

    /** The data were kept and are gone. */
    record Lost() implements Ending {}

    record Withdrawn() implements Ending {}

    record Expired() implements Ending {}

    record Released() implements Ending {}

    @Override
    default String name() {
        return getClass().getSimpleName();
    }

    @Override
    default boolean ended() {
        return this instanceof Ending;
    }

    @Override
    default Map<String, Object> json() {
        return switch (this) {
            case FactsAsked(var resume) -> Map.of("name", name(), "resume", resume.json());
            case RiskNotified(var resume) -> Map.of("name", name(), "resume", resume.json());
            case Kept kept -> Map.of("name", name(), "until", kept.until().toString());
            default -> Map.of("name", name());
        };
    }

    @SuppressWarnings("unchecked")
    static PreservationState of(Map<String, Object> json) {
        var name = (String) json.get("name");
        return switch (name) {
            case "Requested" -> new Requested();
            case "Received" -> new Received();
            case "FactsAsked" -> new FactsAsked(of((Map<String, Object>) json.get("resume")));
            case "RiskNotified" -> new RiskNotified(of((Map<String, Object>) json.get("resume")));
            case "Accepted" -> new Accepted();
            case "Unable" -> new Unable();
            case "Preserved" -> new Preserved(until(json));
            case "ExtensionAsked" -> new ExtensionAsked(until(json));
            case "Held" -> new Held(until(json));
            case "Refused" -> new Refused();
            case "NotAvailable" -> new NotAvailable();
            case "Lost" -> new Lost();
            case "Withdrawn" -> new Withdrawn();
            case "Expired" -> new Expired();
            case "Released" -> new Released();
            default -> throw new IllegalArgumentException("No such state [%s]".formatted(name));
        };
    }

    private static Instant until(Map<String, Object> json) {
        return Instant.parse((String) json.get("until"));
    }
}
