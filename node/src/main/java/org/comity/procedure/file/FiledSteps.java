package org.comity.procedure.file;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.TabledState;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Asks the table what would have effect, and puts it in the order of the file. */
final class FiledSteps implements StepsOnOffer {

    private final ProcedureFile file;
    private final FiledProcedure procedure;
    private final Particulars particulars;

    FiledSteps(ProcedureFile file, FiledProcedure procedure) {
        this(file, procedure, Particulars.none(file.id()));
    }

    FiledSteps(ProcedureFile file, FiledProcedure procedure, Particulars particulars) {
        this.particulars = particulars;
        this.file = file;
        this.procedure = procedure;
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public List<String> offered(Procedure.State state, Role role, Instant now) {
        var usual = file.order().stream()
                .filter(it -> procedure.roles(it).contains(role))
                .filter(it -> procedure
                        .said(it, role.word(), state, now)
                        .anyMatch(act ->
                                procedure.move(state, act) instanceof Moved(var to) && (says(it) || !to.equals(state))))
                .toList();
        return particulars.offered(state, usual);
    }

    /** It need not move anything. */
    private boolean says(String type) {
        return file.says().isEmpty() || file.says().contains(type);
    }

    @Override
    public Set<String> afterReceipt() {
        return file.afterReceipt();
    }

    @Override
    public Turn turn(Procedure.State state, Role role) {
        var special = particulars.turn(state, role);
        if (special != null) {
            return special;
        }
        var whose = state.ended() ? Optional.<Role>empty() : file.turn().get(state.name());
        if (whose == null) {
            throw new IllegalArgumentException("No such state [%s]".formatted(state.name()));
        }
        return whose.map(it -> it.equals(role) ? Turn.OURS : Turn.THEIRS).orElse(Turn.NOBODY);
    }

    @Override
    public Pace pace(Procedure.State state) {
        return file.pace().getOrDefault(particulars.paceBy(state), Pace.STEP);
    }

    @Override
    public @Nullable Instant askedFor(Map<String, Object> opening) {
        return new BodyFields(opening).instant(file.answerBy());
    }

    @Override
    public boolean urgent(Map<String, Object> opening) {
        var said = new BodyFields(opening);
        return file.fields(file.opening()).stream()
                .anyMatch(it -> it.marks().urgent().contains(said.text(it.key())));
    }

    @Override
    public boolean untilDecided(Procedure.State state) {
        return file.untilDecided().contains(state.name())
                || file.untilDecided().contains(((TabledState) state).text("resume.name"));
    }

    @Override
    public boolean heldForAnother(String state) {
        return file.untilDecided().contains(state);
    }

    @Override
    public boolean open(String state) {
        return file.turn().containsKey(state);
    }

    @Override
    public boolean keepsForAnother() {
        return !file.untilDecided().isEmpty();
    }

    @Override
    public boolean proposedWhereSame() {
        return file.proposedWhereSame();
    }

    @Override
    public boolean followsAnnounced(Procedure.State state) {
        return file.announced().contains(state.name());
    }

    @Override
    public @Nullable Instant ends(Procedure.State state) {
        return untilDecided(state) ? null : until(state);
    }

    /** A state to be resumed ends as before; of several ends the earliest counts. */
    @Override
    public @Nullable Instant until(Procedure.State state) {
        var from = (TabledState) state;
        return file.ends().stream()
                .flatMap(it -> Stream.of(it, "resume." + it)
                        .flatMap(field -> Stream.ofNullable(from.instant(field)))
                        .limit(1))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
