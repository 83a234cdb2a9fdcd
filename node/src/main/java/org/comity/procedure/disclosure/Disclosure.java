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

/** Says that a disclosure grows out of a preservation of traffic data that we carry out, and starts from what stands there. */
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

    @Override
    public boolean offeredFrom(RequestRow preservation) {
        return asked(preservation).texts("dataClasses").contains("traffic");
    }

    /** What was asked for stands there already, so that little is typed at night. */
    @Override
    public Map<String, Object> begunFrom(RequestRow preservation, Map<String, Object> begun) {
        var whole = new HashMap<>(begun);
        whole.put("data", asked(preservation).maps("identifiers"));
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

    private BodyFields asked(RequestRow preservation) {
        return new BodyFields(
                threads.opening(preservation.thread()).map(KeptAct::body).orElse(Map.of()));
    }
}
