package org.comity.casework.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.QuietJointThreads;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.ToLookAt;
import org.comity.thread.JointThreads.Why;
import org.comity.ui.DeskNotices;
import org.comity.ui.NavCounts;
import org.comity.ui.OncePerPage;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says on the desk, and beside the rail's entry, which joint threads somebody has to look at. */
@Component
class JointNotices implements DeskNotices, NavCounts {

    private final JointThreads threads;
    private final JointProcedures procedures;
    private final CaseAccess access;
    private final Compartments compartments;
    private final RefusedForGood refused;
    private final QuietJointThreads quiet;

    JointNotices(
            JointThreads threads,
            JointProcedures procedures,
            CaseAccess access,
            Compartments compartments,
            RefusedForGood refused,
            QuietJointThreads quiet) {
        this.refused = refused;
        this.quiet = quiet;
        this.threads = threads;
        this.procedures = procedures;
        this.access = access;
        this.compartments = compartments;
    }

    @Override
    public List<Notice> notices(Official by) {
        var all = seen(by);
        var notices = new ArrayList<Notice>();
        for (var why : Why.values()) {
            var these = all.stream()
                    .filter(it -> it.why() == why)
                    .map(ToLookAt::thread)
                    .toList();
            add(notices, "joint.desk." + word(why), these);
        }
        add(notices, "joint.desk.refused", unread(by));
        add(notices, "joint.desk.quiet", quiet(by));
        return notices;
    }

    private static void add(List<Notice> notices, String key, List<String> these) {
        if (these.isEmpty()) return;
        notices.add(new Notice(key, these.size(), these.size() == 1 ? "/joint/" + these.getFirst() : "/joint"));
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        int n = (int)
                Stream.of(seen(official).stream().map(ToLookAt::thread).toList(), unread(official), quiet(official))
                        .flatMap(List::stream)
                        .distinct()
                        .count();
        return n == 0 ? Map.of() : Map.of("joint", n);
    }

    /** By thread, the key of what its line in the list says. */
    Map<String, String> marks(Official by) {
        var marks = new HashMap<String, String>();
        for (var each : seen(by)) {
            // That we are invited its line says already.
            if (each.why() != Why.INVITED) marks.putIfAbsent(each.thread(), "joint.mark." + word(each.why()));
        }
        quiet(by).forEach(it -> marks.putIfAbsent(it, "joint.mark.quiet"));
        unread(by).forEach(it -> marks.put(it, "joint.mark.refused"));
        return marks;
    }

    private List<ToLookAt> seen(Official by) {
        if (!access.mayRead(by)) return List.of();
        var all = OncePerPage.ask("casework.joint-to-look-at", threads::toLookAt);
        return compartments.seen(all, ToLookAt::thread, by.id()).stream()
                .filter(it -> procedures.find(it.procedure()).isPresent())
                .toList();
    }

    private List<String> unread(Official by) {
        if (!access.mayRead(by)) return List.of();
        var all = OncePerPage.ask("casework.joint-refused", refused::unread);
        return compartments.seen(all, Function.identity(), by.id());
    }

    private List<String> quiet(Official by) {
        if (!access.mayRead(by)) return List.of();
        var all = OncePerPage.ask("casework.joint-quiet", quiet::quiet);
        return compartments.seen(all, Function.identity(), by.id());
    }

    private static String word(Why why) {
        return why.name().toLowerCase(Locale.ROOT);
    }
}
