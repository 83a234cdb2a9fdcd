package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comity.casework.CaseAccess;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows one post with its forms, again with what was typed where a form still needs something. */
@Component
class PostPage {

    private final ReadingRooms reading;
    private final Moderating moderating;
    private final RoomReaders readers;
    private final CaseAccess access;

    PostPage(ReadingRooms reading, Moderating moderating, RoomReaders readers, CaseAccess access) {
        this.reading = reading;
        this.moderating = moderating;
        this.readers = readers;
        this.access = access;
    }

    String show(long post, @Nullable String translation, HttpServletRequest request, Model model) {
        return show(post, translation, PostFormInput.NOTHING, request, model);
    }

    String again(
            long post, PostFormInput typed, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(post, null, typed, request, model);
    }

    private String show(
            long post, @Nullable String translation, PostFormInput typed, HttpServletRequest request, Model model) {
        var by = readers.ofPost(post, request);
        var view = reading.post(post, translation, by);
        model.addAttribute(
                "view",
                view.told(moderating
                        .who(view.post(), by)
                        .map(it -> it.name() + ", " + it.participant())
                        .orElse(null)));
        model.addAttribute("thread", thread(view.post(), by));
        model.addAttribute("typed", typed);
        model.addAttribute("appealsFrom", moderating.appealsFrom());
        model.addAttribute("appealDays", moderating.appealing().toDays());
        return RoomsController.at(request, model, "forum/post");
    }

    /** Null where no act brought it, or where its thread is not for this reader. */
    private @Nullable String thread(KeptPost post, RoomReader by) {
        var official = by.official();
        if (official == null || !access.mayRead(official)) return null;
        return moderating
                .thread(post, by)
                .flatMap(it -> access.ofThread(it, official))
                .map(RequestRow::address)
                .orElse(null);
    }
}
