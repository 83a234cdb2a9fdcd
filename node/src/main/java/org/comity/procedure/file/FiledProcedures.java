package org.comity.procedure.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds every procedure that is a file: a folder {@code procedures/NAME/N} with a {@code procedure.yaml}. */
final class FiledProcedures {

    private static final String ROOT = "procedures/";

    private static @Nullable List<ProcedureFile> all;

    private FiledProcedures() {}

    /**
     * Read once: they come with the program, and nothing changes them.
     *
     * @throws org.comity.convention.LawInconsistent if one of them is wrong
     */
    static synchronized List<ProcedureFile> read() {
        if (all == null) all = List.copyOf(found());
        return all;
    }

    private static List<ProcedureFile> found() {
        var found = new ArrayList<ProcedureFile>();
        var resources = new PathMatchingResourcePatternResolver();
        try {
            var common = text(resources, "classpath:" + ROOT + "common.yaml");
            for (var file : resources.getResources("classpath*:" + ROOT + "*/*/procedure.yaml")) {
                var url = file.getURL().toString();
                var path = url.substring(url.lastIndexOf("/" + ROOT) + 1 + ROOT.length());
                var sections =
                        resources.getResource("classpath:" + ROOT + path.replace("procedure.yaml", "sections.yaml"));
                found.add(ReadingProcedureFile.read(
                        common,
                        path,
                        file.getContentAsString(StandardCharsets.UTF_8),
                        sections.exists() ? sections.getContentAsString(StandardCharsets.UTF_8) : null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(ProcedureFile::id));
        found.forEach(it -> ReadingFollows.check(it, found));
        return found;
    }

    private static String text(PathMatchingResourcePatternResolver resources, String path) throws IOException {
        return resources.getResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
