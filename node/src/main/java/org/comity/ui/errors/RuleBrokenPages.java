package org.comity.ui.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Turns whatever a controller throws into the page or the problem that names it. The only handler of its kind. */
@ControllerAdvice
class RuleBrokenPages {

    private final Answering answering;

    RuleBrokenPages(Answering answering) {
        this.answering = answering;
    }

    @ExceptionHandler
    Object broken(RuleBroken broken, HttpServletRequest request) {
        return answering.answer(Answering.path(request), Failure.of(broken), null);
    }

    /** Spring Security decides: it asks a stranger to sign in, and refuses an official. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void refused(RuntimeException refused) {
        throw refused;
    }

    /** A browser that went away while the answer was being written hears nothing more. */
    @ExceptionHandler
    @Nullable Object failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        return response.isCommitted()
                ? null
                : answering.answer(Answering.path(request), Failure.of(status(failure), failure), failure);
    }

    private static int status(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            return known.getStatusCode().value();
        }
        if (failure instanceof TypeMismatchException
                || failure instanceof HttpMessageNotReadableException) {
            return 400;
        }
        var told = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        return told == null ? 500 : told.code().value();
    }
}
