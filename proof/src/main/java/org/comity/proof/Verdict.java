package org.comity.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists what was checked, what failed, and what could not be checked.
 *
 * @param act id of the act, if there is one
 * @param signer SHA-256 of the signing certificate, if one was read
 * @param stamped the time of a verified time stamp
 */
public record Verdict(
        List<Check> checks,
        @Nullable String act,
        @Nullable String signer,
        @Nullable Instant stamped) {

    /** The code of a register that its keeper could have made all by itself. */
    public static final String ALONE = "keeper-alone";

    /** Said beside {@link #ALONE} where others spoke in a joint thread, and the seals of all their acts were deleted. */
    public static final String ONLY_ENVELOPES = "only-envelopes";

    /** The code of whether the signer of an act is the participant that the act names. */
    public static final String AUTHOR = "author";

    /** The code of whether the certificate of a seal leads to what is trusted. */
    public static final String ANCHOR = "anchor";

    private static final Set<String> SEALING = Set.of(AUTHOR, ANCHOR);
    private static final Set<String> KEEPING = Set.of("keeper", "export-signature");

    public Verdict {
        checks = List.copyOf(checks);
    }

    /** What is said of bytes that could not be read. */
    public static Verdict refused(String subject, Malformed why) {
        return new Verdict(
                List.of(Check.failed(subject, why.code(), "Not readable as the protocol demands: " + why.getMessage())),
                null,
                null,
                null);
    }

    /** Something was checked and nothing failed, nor was deleted; what was not checked is for the reader to weigh. */
    public boolean holds() {
        return result() == Result.HOLDS;
    }

    /** Why it does not hold, or is not known to: what failed, and what was not checked and decides. */
    public List<Check> reasons() {
        return checks.stream()
                .filter(it -> it.outcome() == Outcome.FAILED
                        || it.outcome() == Outcome.NOT_CHECKED
                                && (KEEPING.contains(it.code()) || SEALING.contains(it.code())))
                .toList();
    }

    public Result result() {
        if (!failed().isEmpty() || with(Outcome.HELD).isEmpty()) return Result.DOES_NOT_HOLD;
        boolean unknown = notChecked().stream().anyMatch(it -> KEEPING.contains(it.code()));
        if (unknown) return Result.KEEPER_UNKNOWN;
        if (notChecked().stream().anyMatch(it -> SEALING.contains(it.code()))) return Result.AUTHOR_UNKNOWN;
        if (notChecked().stream().anyMatch(it -> it.code().equals(ALONE))) return Result.KEEPER_ALONE;
        return deleted().isEmpty() ? Result.HOLDS : Result.HOLDS_EXCEPT_DELETED;
    }

    /** Acts of which only the envelope is left. */
    public List<Check> deleted() {
        return with(Outcome.DELETED);
    }

    public List<Check> failed() {
        return with(Outcome.FAILED);
    }

    public List<Check> notChecked() {
        return with(Outcome.NOT_CHECKED);
    }

    /** The first failure, for a refusal's code. */
    public Optional<Check> firstFailure() {
        return failed().stream().findFirst();
    }

    private List<Check> with(Outcome outcome) {
        return checks.stream().filter(it -> it.outcome() == outcome).toList();
    }

    public enum Outcome {
        HELD,
        FAILED,
        NOT_CHECKED,
        /** Could never be checked again, since what it speaks of was deleted. */
        DELETED
    }

    /** What all checks together say; the first one that is true. */
    public enum Result {
        DOES_NOT_HOLD,
        /** No given anchor or entry says who may keep registers for the keeper: anybody could have made this one. */
        KEEPER_UNKNOWN,
        /** No anchor or entry that is tied to the author of an act was given: anybody under an anchor could have sealed it. */
        AUTHOR_UNKNOWN,
        /** The author of the opening act kept the register: it could have made it all by itself, with any times. */
        KEEPER_ALONE,
        /** Of some acts only the envelope is left, and nothing proves who said them. */
        HOLDS_EXCEPT_DELETED,
        HOLDS
    }

    /**
     * @param subject the file or link that was looked at
     * @param code stable, one of {@link CheckCodes}, documented in docs/protocol
     * @param detail what was found, in one or two English sentences; no personal data beyond what the bundle itself names
     * @param missing what was not brought, and would let it be checked; null if nothing would
     */
    public record Check(
            String subject,
            String code,
            Outcome outcome,
            String detail,
            @Nullable MissingPiece missing) {

        public Check(String subject, String code, Outcome outcome, String detail) {
            this(subject, code, outcome, detail, null);
        }

        public Check {
            // Every test runs with assertions: a code without words is seen there, and stops no verdict elsewhere.
            assert CheckCodes.contain(code) : code;
        }

        /** The same, said of a part of something larger. */
        public Check under(String subject) {
            return new Check(subject, code, outcome, detail, missing);
        }

        public static Check failed(String subject, String code, String detail) {
            return new Check(subject, code, Outcome.FAILED, detail);
        }
    }

    /** Checks as they are made, all about one subject. */
    public static final class Checks {

        private final List<Check> all = new ArrayList<>();
        private final String subject;

        public Checks(String subject) {
            this.subject = subject;
        }

        public boolean want(String code, boolean holds, String held, String failed) {
            add(code, holds ? Outcome.HELD : Outcome.FAILED, holds ? held : failed);
            return holds;
        }

        public void notChecked(String code, String why) {
            add(code, Outcome.NOT_CHECKED, why);
        }

        /** @param missing what would let it be checked */
        public void notChecked(String code, String why, MissingPiece missing) {
            add(code, Outcome.NOT_CHECKED, why, missing);
        }

        public void add(String code, Outcome outcome, String detail) {
            add(code, outcome, detail, null);
        }

        public void add(String code, Outcome outcome, String detail, @Nullable MissingPiece missing) {
            all.add(new Check(subject, code, outcome, detail, missing));
        }

        public List<Check> all() {
            return all;
        }
    }

    /**
     * Names what whoever checks has not brought, and that would let a check be made: found once, told by the command and by a page each in its own way.
     *
     * @param of the participant whose it is; empty where it is nobody's in particular
     */
    public record MissingPiece(Kind kind, String of) {

        /** What it is. */
        public enum Kind {
            /** The fingerprint of the certificate with which a participant seals acts. */
            SEAL,
            /** The fingerprint of the certificate with which a participant keeps registers. */
            REGISTER,
            /** That somebody who knows vouches for a seal although the directory has replaced it. */
            REPLACED_SEAL,
            /** The directory entry of a participant that was in force then. */
            ENTRY,
            /** The directory's list of revocations. */
            REVOCATIONS,
            /** The key by which a participant signs revocations. */
            RECOVERY_KEY,
            /** The newest entry of the register, or another party's export. */
            NEWEST_ENTRY,
            /** An earlier state of the log or board. */
            EARLIER_STATE,
            /** The thread in which a key of a seat was given. */
            WHOLE_THREAD
        }

        public static MissingPiece of(Kind kind) {
            return new MissingPiece(kind, "");
        }
    }
}
