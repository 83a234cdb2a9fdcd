package org.comity.procedure.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins a disclosure with what the preservation that we carry out asked for, and points out a provider of our own State. */
@Component
class Disclosure implements Particulars {

    private final Threads threads;
    private final Directory directory;

    Disclosure(Threads threads, Directory directory) {
        this.threads = threads;
        this.directory = directory;
    }

    @Override
    public String procedure() {
        return "disclosure/1";
    }

    /** What was asked for stands there already, so that little is typed at night. */
    @Override
    public Map<String, Object> begunFrom(RequestRow preservation, Map<String, Object> begun) {
        var asked = threads.opening(preservation.thread()).map(KeptAct::body).orElse(Map.of());
        var whole = new HashMap<>(begun);
        whole.put("data", new BodyFields(asked).maps("identifiers"));
        return whole;
    }

    /** A provider in our own State is none of another: its data are preserved here. */
    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        var ours = directory.self().state().code();
        return new BodyFields(body)
                        .maps("hops").stream()
                                .anyMatch(it -> new BodyFields(it).text("state").equalsIgnoreCase(ours))
                ? List.of(new Pointed("disclosure.caution.our-own-state", ""))
                : List.of();
    }
}
