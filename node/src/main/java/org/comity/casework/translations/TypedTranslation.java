package org.comity.casework.translations;

/** What a form posted about a translation, as it was typed. */
public record TypedTranslation(
        String document,
        String language,
        String translator,
        String due,
        String translation,
        String certifiedBy,
        String certifiedOn) {

    static final TypedTranslation NOTHING = new TypedTranslation("", "", "", "", "", "", "");
}
