package org.comity.proof.verify;

import org.comity.proof.Verdict.MissingPiece;

/** Says with which option of the command each missing piece is given, and where it is found. */
final class MissingOptions {

    private MissingOptions() {}

    /** One sentence for where it is missed. */
    static String advice(MissingPiece missing) {
        return switch (missing.kind()) {
            case SEAL, REGISTER ->
                "The fingerprint stands in its entry in the directory; ask %s, or who keeps the directory, by another way than this file, and give %s or --entries."
                        .formatted(missing.of(), anchor(missing));
            case REPLACED_SEAL -> "If you know that the seal counts, give %s.".formatted(anchor(missing));
            case ENTRY -> "Give --entries.";
            case REVOCATIONS -> "Give --revocations FILE, from the directory.";
            case RECOVERY_KEY -> "Give --recovery %s=….".formatted(missing.of());
            case NEWEST_ENTRY -> "Ask the other party for its newest entry, or its export, and give --head or --also.";
            case EARLIER_STATE -> "Give --since FILE.";
            case WHOLE_THREAD -> "Give --entries, or check the whole thread.";
        };
    }

    /** The option, and what belongs into it. */
    static String option(MissingPiece missing) {
        var of = missing.of();
        return switch (missing.kind()) {
            case SEAL ->
                "%s  the fingerprint of the seal of %s; its directory entry has it".formatted(anchor(missing), of);
            case REGISTER ->
                "%s  the fingerprint of the register certificate of %s; its directory entry has it"
                        .formatted(anchor(missing), of);
            case REPLACED_SEAL -> "%s  if you know that the replaced seal of %s counts".formatted(anchor(missing), of);
            case ENTRY -> "--entries FILE  with the entry of %s that was in force".formatted(of);
            case REVOCATIONS -> "--revocations FILE  from the directory";
            case RECOVERY_KEY -> "--recovery %s=…  the recovery key in its directory entry".formatted(of);
            case NEWEST_ENTRY -> "--head FILE or --also FILE  the newest entry, or the export, of the other party";
            case EARLIER_STATE -> "--since FILE  an earlier checkpoint or proof that you kept";
            case WHOLE_THREAD -> "--entries FILE  with the entry of %s; or check the whole thread".formatted(of);
        };
    }

    private static String anchor(MissingPiece missing) {
        var use = missing.kind() == MissingPiece.Kind.REGISTER ? "register" : "seal";
        return "--anchor %s/%s=…".formatted(missing.of(), use);
    }
}
