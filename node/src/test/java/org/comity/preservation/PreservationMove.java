package org.comity.preservation;

import static org.comity.preservation.PreservationStep.Kind.REQUEST;

import java.time.Instant;
import java.util.Objects;
import org.comity.preservation.PreservationState.Accepted;
import org.comity.preservation.PreservationState.Ending;
import org.comity.preservation.PreservationState.Expired;
import org.comity.preservation.PreservationState.ExtensionAsked;
import org.comity.preservation.PreservationState.FactsAsked;
import org.comity.preservation.PreservationState.Held;
import org.comity.preservation.PreservationState.Kept;
import org.comity.preservation.PreservationState.Lost;
import org.comity.preservation.PreservationState.NotAvailable;
import org.comity.preservation.PreservationState.Pending;
import org.comity.preservation.PreservationState.Preserved;
import org.comity.preservation.PreservationState.Received;
import org.comity.preservation.PreservationState.Refused;
import org.comity.preservation.PreservationState.Released;
import org.comity.preservation.PreservationState.Requested;
import org.comity.preservation.PreservationState.RiskNotified;
import org.comity.preservation.PreservationState.Unable;
import org.comity.preservation.PreservationState.Withdrawn;
import org.comity.thread.Procedure.Result;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** The table of Art. 42: what is not a row here is without effect, and says why. Reads no clock. */
record PreservationMove(@Nullable PreservationState from, PreservationStep step, Role by) {

    Result result() {
        if (step.kind().by() != by) {
            return new WithoutEffect("wrong-role");
        }
        if (from == null) {
            return step.kind() == REQUEST ? new Moved(new Requested()) : new WithoutEffect("not-opened");
        }
        if (from instanceof Ending) {
            return new WithoutEffect("ended");
        }
        return switch (step.kind()) {
            case REQUEST -> new WithoutEffect("already-opened");
            case COMPLETE -> new Moved(from);
            case WITHDRAW -> new Moved(new Withdrawn());
            case ACKNOWLEDGE ->
                from instanceof Requested ? new Moved(new Received()) : new WithoutEffect("already-acknowledged");
            case ASK -> asked();
            case ANSWER ->
                from instanceof FactsAsked(var resume) ? new Moved(resume) : new WithoutEffect("no-question-open");
            case WARN -> warned();
            case PROCEED ->
                from instanceof RiskNotified(var resume) ? new Moved(resume) : new WithoutEffect("no-warning-open");
            case ACCEPT -> pending(new Accepted());
            case UNABLE -> pending(new Unable());
            case REFUSE -> pending(new Refused());
            case NOT_AVAILABLE -> gone();
            case REPORT_PRESERVED -> pending(new Preserved(until()));
            case ASK_EXTENSION -> extensionAsked();
            case EXTEND -> extended();
            case REFUSE_EXTENSION ->
                from instanceof ExtensionAsked(var until)
                        ? new Moved(new Preserved(until))
                        : new WithoutEffect("no-extension-asked");
            case HOLD -> held();
            case EXPIRE -> expired();
            case RELEASE ->
                from instanceof Held || from instanceof RiskNotified(Held _)
                        ? new Moved(new Released())
                        : new WithoutEffect("not-held");
            case NO_LONGER_NEEDED ->
                from instanceof Kept ? new Moved(new Released()) : new WithoutEffect("not-preserved");
        };
    }

    private Result asked() {
        return switch (from) {
            case FactsAsked _ -> new WithoutEffect("question-open");
            case RiskNotified _ -> new WithoutEffect("warning-open");
            case Requested _ -> new Moved(new FactsAsked(new Received()));
            case Pending pending -> new Moved(new FactsAsked(pending));
            default -> new WithoutEffect("already-decided");
        };
    }

    private Result warned() {
        return switch (from) {
            case RiskNotified _ -> new WithoutEffect("warning-open");
            case Requested _ -> new Moved(new RiskNotified(new Received()));
            case FactsAsked(var resume) -> new Moved(new RiskNotified(resume));
            case Pending pending -> new Moved(new RiskNotified(pending));
            case Kept kept -> new Moved(new RiskNotified(kept));
            default -> new WithoutEffect("already-decided");
        };
    }

    /** A decision on the request itself: possible while it is pending, and no other decision stands under a warning. */
    private Result pending(PreservationState to) {
        return switch (from) {
            case RiskNotified(Kept _) -> new WithoutEffect("already-preserved");
            case Pending _ -> new Moved(to);
            case Kept _ -> new WithoutEffect("already-preserved");
            default -> new WithoutEffect("already-decided");
        };
    }

    /** Not there to be kept, or kept and gone, also under a warning, Art. 42(7). */
    private Result gone() {
        return switch (from) {
            case RiskNotified(Kept _) -> new Moved(new Lost());
            case Kept _ -> new Moved(new Lost());
            default -> new Moved(new NotAvailable());
        };
    }

    private Result extensionAsked() {
        return switch (from) {
            case Preserved(var until) -> new Moved(new ExtensionAsked(until));
            case ExtensionAsked _ -> new WithoutEffect("extension-asked-already");
            case Held _, RiskNotified(Held _) -> new WithoutEffect("held-until-decided");
            default -> new WithoutEffect("not-preserved");
        };
    }

    private Result extended() {
        return switch (from) {
            case Preserved(var until) -> longer(until);
            case ExtensionAsked(var until) -> longer(until);
            case Held _, RiskNotified(Held _) -> new WithoutEffect("held-until-decided");
            default -> new WithoutEffect("not-preserved");
        };
    }

    private Result longer(Instant until) {
        return until().isAfter(until) ? new Moved(new Preserved(until())) : new WithoutEffect("not-later");
    }

    private Result held() {
        return switch (from) {
            case Preserved(var until) -> new Moved(new Held(until));
            case ExtensionAsked(var until) -> new Moved(new Held(until));
            case RiskNotified(Preserved(var until)) -> new Moved(new Held(until));
            case RiskNotified(ExtensionAsked(var until)) -> new Moved(new Held(until));
            case Held _, RiskNotified(Held _) -> new WithoutEffect("held-already");
            default -> new WithoutEffect("not-preserved");
        };
    }

    /** Names the end it speaks of, so that an extension registered first wins. */
    private Result expired() {
        return switch (from) {
            case Preserved(var until) -> endsAt(until);
            case ExtensionAsked(var until) -> endsAt(until);
            case RiskNotified(Preserved(var until)) -> endsAt(until);
            case RiskNotified(ExtensionAsked(var until)) -> endsAt(until);
            case Held _, RiskNotified(Held _) -> new WithoutEffect("held-until-decided");
            default -> new WithoutEffect("not-preserved");
        };
    }

    private Result endsAt(Instant until) {
        return until().equals(until) ? new Moved(new Expired()) : new WithoutEffect("extended-meanwhile");
    }

    private Instant until() {
        return Objects.requireNonNull(step.until());
    }
}
