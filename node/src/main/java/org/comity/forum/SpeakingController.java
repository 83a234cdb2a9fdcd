package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms with which officials and persons in seats speak in rooms. */
@Controller
@RequestMapping({"/rooms", "/seat/rooms"})
class SpeakingController {

    private final ReadingRooms reading;
    private final WritingPosts speaking;
    private final TranslatingPosts translating;
    private final PostPage page;
    private final RoomReaders readers;
    private final SinglePress presses;

    SpeakingController(
            ReadingRooms reading,
            WritingPosts speaking,
            TranslatingPosts translating,
            PostPage page,
            RoomReaders readers,
            SinglePress presses) {
        this.presses = presses;
        this.page = page;
        this.reading = reading;
        this.speaking = speaking;
        this.translating = translating;
        this.readers = readers;
    }

    @GetMapping(RoomsController.ROOM + "/new")
    String begin(@PathVariable String room, HttpServletRequest request, Locale language, Model model) {
        var view = reading.room(room, null, readers.of(request));
        if (!view.mayWrite()) throw RoomRefused.forbidden();
        return form(view, PostForm.empty(view.room(), language.getLanguage()), FormProblems.NONE, request, model);
    }

    private static String form(
            RoomView view, PostForm form, FormProblems problems, HttpServletRequest request, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return RoomsController.at(request, model, "forum/new");
    }

    @PostMapping(RoomsController.ROOM + "/new")
    String open(
            @PathVariable String room,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var by = readers.of(request);
        var view = reading.room(room, null, by);
        var form = PostForm.of(typed);
        var problems = speaking.problems(form, view.room(), true);
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(view, form, problems, request, model);
        }
        return presses.sent(
                once, () -> "redirect:" + RoomReaders.base(request) + "/topics/" + speaking.open(room, form, by));
    }

    @PostMapping(RoomsController.TOPIC)
    String reply(
            @PathVariable long topic,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String once,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var by = readers.of(request);
        var view = reading.topic(topic, 0, by);
        var form = PostForm.of(typed);
        var problems = speaking.problems(form, view.room(), false);
        if (problems.any()) return again(view, form, problems, request, response, model);
        redirect.addFlashAttribute("flash", Flash.done("forum.said"));
        return presses.sent(
                once, () -> "redirect:" + RoomReaders.base(request) + "/posts/" + speaking.reply(topic, form, by));
    }

    private static String again(
            TopicView view,
            PostForm form,
            FormProblems problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return RoomsController.at(request, model, "forum/topic");
    }

    @PostMapping(RoomsController.TOPIC + "/accept")
    String accept(@PathVariable long topic, @RequestParam(defaultValue = "0") long answer, HttpServletRequest request) {
        speaking.accept(topic, answer == 0 ? null : answer, readers.of(request));
        return "redirect:" + RoomReaders.base(request) + "/topics/" + topic;
    }

    @PostMapping(RoomsController.TOPIC + "/stale")
    String stale(@PathVariable long topic, HttpServletRequest request) {
        speaking.stale(topic, readers.of(request));
        return "redirect:" + RoomReaders.base(request) + "/topics/" + topic;
    }

    @PostMapping(RoomsController.TOPIC + "/stance")
    String stand(
            @PathVariable long topic,
            @RequestParam(defaultValue = "") String stance,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Long answer,
            @RequestParam(defaultValue = SeenMark.NOTHING) String seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        var by = readers.of(request);
        var why = TypedText.clean(words);
        var view = reading.topic(topic, 0, by);
        var problems = WritingPosts.problems(view.topic(), stance, why, answer);
        if (!problems.any()) problems = speaking.stand(topic, stance, why, answer, seen, by);
        if (problems.any()) {
            model.addAttribute("stance", stance);
            model.addAttribute("words", why);
            model.addAttribute("seen", seen);
            var now = reading.topic(topic, 0, by);
            return again(now, PostForm.empty(view.room(), language.getLanguage()), problems, request, response, model);
        }
        return "redirect:" + RoomReaders.base(request) + "/topics/" + topic;
    }

    @PostMapping(RoomsController.POST + "/correct")
    String correct(
            @PathVariable long post,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var by = readers.of(request);
        var form = PostForm.of(new HashMap<>(typed));
        var wrote =
                PostFormInput.of("text", form.text()).needs("text", PostForm.fits(form.text()), "forum.needed.text");
        if (!wrote.wrong()) {
            wrote = wrote.needs("asWritten", form.warned().isEmpty() || form.asWritten(), "forum.needed.looked");
        }
        if (!wrote.wrong()) wrote = wrote.needs("text", speaking.mayCorrect(post, by), "forum.needed.not-closed");
        if (wrote.wrong()) {
            model.addAttribute("form", form);
            return page.again(post, wrote, request, response, model);
        }
        speaking.correct(post, form, by);
        return toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/withdraw")
    String withdraw(@PathVariable long post, HttpServletRequest request) {
        speaking.withdraw(post, readers.ofPost(post, request));
        return toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/translations")
    String translate(
            @PathVariable long post,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String origin,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var by = readers.of(request);
        var typed = PostFormInput.of("language", language, "origin", origin, "translation", text);
        var said = typed.text("language");
        boolean another = PostForm.isLanguage(said)
                && !said.equals(reading.post(post, null, by).post().language());
        typed = typed.needs("language", another, "forum.needed.other-language")
                // Without a word on who made it, it is not told from a person's.
                .needs("origin", List.of("person", "machine").contains(origin), "forum.needed.origin")
                .needs("translation", PostForm.fits(typed.text("translation")), "forum.needed.text");
        if (typed.wrong()) return page.again(post, typed, request, response, model);
        translating.keep(post, said, origin.equals("machine"), text, by);
        return toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/translations/{translation}/checked")
    String checked(@PathVariable long post, @PathVariable long translation, HttpServletRequest request) {
        translating.check(post, translation, readers.of(request));
        return toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/translations/{translation}/removed")
    String remove(
            @PathVariable long post,
            @PathVariable long translation,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        translating.remove(post, translation, reason, readers.of(request));
        return toPost(post, request);
    }

    static TrafficLight light(String word) {
        return TrafficLight.of(word).orElseThrow(RoomRefused::label);
    }

    static String toPost(long post, HttpServletRequest request) {
        return "redirect:" + RoomReaders.base(request) + "/posts/" + post;
    }
}
