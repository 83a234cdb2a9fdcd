package org.comity.procedure.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.procedure.Following;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.file.ProcedureFile.Follows;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;

/** Begins a request of a procedure that is a file with what another one said under the same keys. */
final class FiledFollowing implements Following {

    private final ProcedureFile file;
    private final Follows follows;
    private final FiledComposition composition;
    private final Particulars particulars;
    private final Threads threads;

    FiledFollowing(ProcedureFile file, FiledComposition composition, Particulars particulars, Threads threads) {
        this.file = file;
        this.follows = Objects.requireNonNull(file.follows());
        this.composition = composition;
        this.particulars = particulars;
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return file.id();
    }

    @Override
    public Set<String> follows() {
        return follows.procedures();
    }

    @Override
    public Set<String> fromEither() {
        return follows.either();
    }

    @Override
    public boolean always() {
        return follows.always();
    }

    @Override
    public boolean offeredFrom(RequestRow followed) {
        var only = follows.only().get(followed.law());
        return only == null || only.holds(followed.state(), () -> new NewestValuesInThread(threads, followed.thread()));
    }

    @Override
    public String holds() {
        return follows.holds();
    }

    @Override
    public String page() {
        return composition.steps().get(1);
    }

    /** An emergency of the other request is none of this one until an officer says so; secrecy stays. */
    @Override
    public Map<String, Object> begun(RequestRow followed) {
        var opening = threads.opening(followed.thread());
        var said = opening.map(KeptAct::body).orElse(Map.of());
        var begun = new HashMap<>(composition.whole(composition.empty()));
        var ours = begun.getOrDefault("authority", "");
        begun.replaceAll((key, empty) -> EmergencyType.KEYS.contains(key) ? empty : said.getOrDefault(key, empty));
        // A number that nobody typed stands nowhere, not even empty.
        file.fields(file.opening()).stream()
                .flatMap(it -> it.type().keys(it.key()).stream())
                .filter(said::containsKey)
                .forEach(it -> begun.putIfAbsent(it, said.get(it)));
        boolean theirs = opening.filter(
                        it -> !it.envelope().role().equals(followed.ourRole().word()))
                .isPresent();
        if (theirs) {
            begun.put("authority", ours);
            begun.put("ourCase", new BodyFields(said).text("theirCase"));
            begun.put("theirCase", new BodyFields(said).text("ourCase"));
        }
        file.takes()
                .getOrDefault(followed.law(), List.of())
                .forEach(it -> begun.put(it.key(), it.value(followed, String.valueOf(ours), threads)));
        return composition.clean(particulars.begunFrom(followed, begun));
    }
}
