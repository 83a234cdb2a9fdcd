package org.comity.proof.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.proof.seat.SeatProof.Given;
import org.comity.proof.seat.SeatProof.HostEntries;
import org.jspecify.annotations.Nullable;

/** Makes the checks on the proof of a seat act, each with a code of its own, in the order of R155. */
public record SeatChecks(Envelope act, SeatProof proof, List<Approval> approvals) {

    private static final String PROCEDURE = SeatProof.SEAT + "/";
    private static final String GIVE = "give";
    private static final String CONFIRM = "confirm";

    /**
     * All but whether a key was ended, which the host's thread of seats says.
     *
     * @param registered of its entry, or when it comes in; null where nobody says
     */
    public void all(Checks checks, @Nullable Instant registered, HostEntries host) {
        checks.want(
                SeatProof.FORM,
                true,
                "Recorded by %s for %s, from its seat: %d of its passkeys approved it."
                        .formatted(act.author(), speaker(), proof.assertions().size()),
                "");
        var id = act.id();
        checks.want(
                "seat-challenge",
                all((assertion, _) -> assertion.challenges(id)),
                "What was approved is this act and no other.",
                "A passkey approved another act than this one.");
        checks.want(
                "seat-origin",
                all((assertion, given) -> assertion.madeAt(given.origin())),
                "It was approved on pages of %s.".formatted(said(Given::origin)),
                "A passkey was used on other pages than those for which it was given.");
        checks.want(
                "seat-user",
                all((assertion, _) -> assertion.personVerified()),
                "The device says that a person was there, and that it knew the person.",
                "A device does not say that a person was there and was known to it.");
        checks.want(
                "seat-signature",
                all((assertion, _) -> assertion.signed()),
                "The passkey's signature is right%s. It proves that who held the key approved this act's id; what the screen showed, and with what power that person acted, it does not prove."
                        .formatted(copied()),
                "The passkey's signature is not right.");
        var wrong = wrongKeys();
        checks.want(
                "seat-key",
                wrong.isEmpty(),
                "Approved with the passkey of %s, given by %s for %s. That the key is this person's is the word of %s, by its call and the authority's letter."
                        .formatted(said(Given::person), act.author(), speaker(), act.author()),
                "The keys are not those that %s gave for %s: %s.".formatted(act.author(), speaker(), wrong));
        given(checks, registered, host);
    }

    private void given(Checks checks, @Nullable Instant registered, HostEntries host) {
        var wrong = new ArrayList<String>();
        boolean unknown = false;
        for (var each : proof.given()) {
            var entry = each.entry().entry();
            if (!entry.act().equals(each.envelope().id())
                    || !entry.thread().equals(each.envelope().thread())
                    || !entry.network().equals(act.network())) wrong.add("the entry is of another act");
            if (!entry.effective()) wrong.add("it had no effect");
            if (registered != null && entry.time().isAfter(registered)) wrong.add("it was given later");
            var signed = host.signed(each.entry());
            if (signed.isPresent() && !signed.get()) wrong.add("%s did not sign the entry".formatted(act.author()));
            unknown |= signed.isEmpty();
        }
        if (wrong.isEmpty() && unknown) {
            checks.notChecked(
                    "seat-given",
                    "Whether %s registered the keys: no register certificate of it is at hand.".formatted(act.author()),
                    new MissingPiece(MissingPiece.Kind.WHOLE_THREAD, act.author()));
            return;
        }
        checks.want(
                "seat-given",
                wrong.isEmpty(),
                "%s had registered, with effect and before this act, that it gave the keys.".formatted(act.author()),
                "The act that gave a key does not count: %s.".formatted(String.join("; ", wrong)));
    }

    private String wrongKeys() {
        var keys = new HashSet<String>();
        var persons = new HashSet<String>();
        for (int i = 0; i < proof.given().size(); i++) {
            var given = proof.given().get(i);
            var envelope = given.envelope();
            var key = proof.assertions().get(i).keyHash();
            if (!given.key().equals(key)) return "another key was given";
            boolean gives = envelope.type().equals(GIVE) && envelope.procedure().startsWith(PROCEDURE);
            boolean byHost = envelope.author().equals(act.author())
                    && !envelope.facts().containsKey("recorded")
                    && envelope.network().equals(act.network());
            if (!gives || !byHost) return "the host gave none";
            if (!envelope.addressee().equals(speaker())) return "it was given for somebody else";
            if (!keys.add(key) || !persons.add(given.person())) return "two of them are one person's";
            if (i == 0 && !key.equals(act.facts().get("key"))) return "the act names another key";
        }
        boolean named = approvals.size() == persons.size()
                && approvals.stream().map(Approval::pseudonym).allMatch(persons::contains);
        if (!named) return "approvals.json names others than those whose passkeys approved it";
        return act.joint() || speaker().equals(act.addressee()) ? "" : "the act is of another authority";
    }

    /**
     * Whether the keys still counted, by the host's thread of seats.
     *
     * @param seats that thread, or null if it is not here
     * @param entry of the act; null while it has none
     */
    public void ended(Checks checks, @Nullable SeatThread seats, @Nullable Entry entry) {
        if (seats == null) {
            checks.notChecked(
                    "seat-ended",
                    "Whether a key was ended before: the thread of seats, %s, is not here."
                            .formatted(said(it -> it.envelope().thread())));
            return;
        }
        boolean confirms = act.type().equals(CONFIRM) && act.procedure().startsWith(PROCEDURE);
        var wrong = new ArrayList<String>();
        var doubtful = new ArrayList<String>();
        for (var each : proof.given()) {
            var give = each.envelope().id();
            if (!seats.given(each.entry())) wrong.add("the thread of seats has no such entry");
            else if (!confirms && !seats.confirmed(give, entry)) wrong.add("the person had not confirmed the key");
            if (seats.ended(give, entry)) wrong.add("the key had been ended");
            else if (seats.doubtful(give, entry)) doubtful.add(each.person());
        }
        checks.want(
                "seat-ended",
                wrong.isEmpty(),
                "The keys had been confirmed by that person, and had not been ended.",
                "By the host's thread of seats: %s.".formatted(String.join("; ", wrong)));
        if (!doubtful.isEmpty()) {
            checks.notChecked(
                    "seat-doubtful",
                    "The key of %s was ended later, as lost since before this act: ask %s whether it stands by it."
                            .formatted(String.join(", ", doubtful), speaker()));
        }
    }

    /** The thread in which the first key was given; all of one speaker are given in one. */
    public String seatThread() {
        return proof.given().getFirst().envelope().thread();
    }

    private String speaker() {
        return act.facts().getOrDefault("speaker", "");
    }

    private boolean all(BiPredicate<SeatAssertion, Given> check) {
        for (int i = 0; i < proof.assertions().size(); i++) {
            if (!check.test(proof.assertions().get(i), proof.given().get(i))) return false;
        }
        return true;
    }

    private String said(Function<Given, String> what) {
        return proof.given().stream().map(what).distinct().collect(Collectors.joining(", "));
    }

    private String copied() {
        return proof.assertions().stream().anyMatch(SeatAssertion::mayBeCopied)
                ? "; its device says that the key can be copied to others"
                : "";
    }
}
