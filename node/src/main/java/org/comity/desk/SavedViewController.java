package org.comity.desk;

import org.comity.casework.CaseAccess;
import org.comity.procedure.Requests.View;
import org.comity.ui.Flash;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names and removes views of the desk's list. */
@Controller
@RequestMapping("/desk/views")
class SavedViewController {

    private final SavedViews views;
    private final CaseAccess access;

    SavedViewController(SavedViews views, CaseAccess access) {
        this.views = views;
        this.access = access;
    }

    @PostMapping
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            RedirectAttributes redirect) {
        access.mustRead(by);
        var query = DeskQuery.of(form, View.OURS_TO_ACT);
        views.save(TypedText.clean(name), form.containsKey("shared"), query, by);
        redirect.addFlashAttribute("flash", Flash.done("view.done"));
        return "redirect:/desk?" + query.address();
    }

    @PostMapping("/{id:[0-9]{1,18}}/remove")
    String remove(@PathVariable long id, Official by, RedirectAttributes redirect) {
        access.mustRead(by);
        views.remove(id, by);
        redirect.addFlashAttribute("flash", Flash.done("view.removed"));
        return "redirect:/desk";
    }
}
