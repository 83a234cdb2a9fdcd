package org.comity.casework.acts;

import org.comity.ui.Flash;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads an officer whose act our State holds back to the page that says what it asks first; an error would only name it. */
final class HeldBack {

    private HeldBack() {}

    static String toPreview(String draft, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.warned("safeguards.held-back"));
        return "redirect:/drafts/" + draft + "/preview";
    }
}
