package org.comity.ui.errors;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.core.JacksonException;

/** Describes an exception as seen from outside: a status, a code for the words, facts that may be shown. */
record FailureFacts(int status, String code, Map<String, String> facts) {

    private static final String NO_ROOM = "No space left on device";
    private static final int DEEPEST = 20;
    private static final int LONGEST_NAME = 40;
    private static final Set<String> UNREADABLE = Set.of("22021", "22P05");
    private static final Set<String> FORBIDDEN =
            Set.of("not-your-duty", "not-an-approver", "second-officer-must-differ");

    static FailureFacts of(int status) {
        return new FailureFacts(
                status,
                switch (status) {
                    case 400, 415, 406 -> "request";
                    case 401 -> "signed-out";
                    case 403 -> "forbidden";
                    case 404 -> "not-found";
                    case 405 -> "method";
                    case 413 -> "too-large";
                    case 429 -> "too-many";
                    case 503 -> "closed";
                    default -> status < 500 ? "request" : "fault";
                },
                Map.of());
    }

    /**
     * What the ground under the program refuses: no room left (PostgreSQL 53100), no database (SQLSTATE classes 08 and 57P).
     * Neither is a fault of the program, and each tells somebody else what to do. Nor is text that no database can hold, such
     * as one with a NUL (22021, in JSON 22P05): whoever sent it sent no request.
     */
    static FailureFacts of(int status, @Nullable Throwable cause) {
        int depth = 0;
        for (var at = cause; status >= 500 && at != null && depth < DEEPEST; at = at.getCause(), depth++) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.equals("53100")) {
                    return new FailureFacts(507, "disk-full", Map.of());
                }
                if (UNREADABLE.contains(state)) {
                    return of(400);
                }
                if (state.startsWith("08") || state.startsWith("57P")) {
                    return new FailureFacts(503, "no-database", Map.of());
                }
            }
            if (at instanceof FileSystemException file && NO_ROOM.equals(file.getReason())
                    || at instanceof IOException && NO_ROOM.equals(at.getMessage())) {
                return new FailureFacts(507, "disk-full", Map.of());
            }
        }
        if (status == 413 && tooManyFields(cause)) return new FailureFacts(status, "too-many-fields", Map.of());
        return cause instanceof HttpMessageNotReadableException ? unread(status, cause.getCause()) : of(status);
    }

    /** The container counts the parts of a form, and each ticked box is one. */
    private static boolean tooManyFields(@Nullable Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(FileCountLimitExceededException.class::isInstance);
    }

    /** A field of a body that nobody knows, or whose value cannot be read, is named. */
    private static FailureFacts unread(int status, @Nullable Throwable why) {
        var path = why instanceof JacksonException json ? json.getPath() : List.<JacksonException.Reference>of();
        var field = path.isEmpty() ? null : path.getLast().getPropertyName();
        if (field == null) return of(status);
        var shown = field.replaceAll("[^A-Za-z0-9._-]", "?");
        return new FailureFacts(status, "api.field", Map.of("field", CutText.to(shown, LONGEST_NAME)));
    }

    /** A rule is a conflict unless it says otherwise; what does not exist is not found; what one may not do is forbidden. */
    static FailureFacts of(RuleBroken broken) {
        var last = broken.code().substring(broken.code().lastIndexOf('.') + 1);
        var own = AnnotatedElementUtils.findMergedAnnotation(broken.getClass(), ResponseStatus.class);
        int status = own != null
                ? own.code().value()
                : last.startsWith("unknown")
                        ? 404
                        : FORBIDDEN.contains(last) || last.startsWith("forbidden") ? 403 : 409;
        return new FailureFacts(status, broken.code(), broken.facts());
    }

    /**
     * Whoever asked for a file, or for a page, has sent nothing that might be lost.
     *
     * @param file what answers with a file was asked
     * @param reading nothing could be changed by it
     */
    FailureFacts asked(boolean file, boolean reading) {
        return !code.equals("fault") || !file && !reading
                ? this
                : new FailureFacts(status, file ? "fault-file" : "fault-page", facts);
    }

    /** The ground is away: everybody who comes now finds the same. */
    boolean outage() {
        return code.equals("no-database");
    }

    boolean ours() {
        return status >= 500 && !code.equals("closed");
    }
}
