package dev.retort.jpa.features;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class YesNo implements AttributeConverter<Boolean, String> {

    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return Boolean.TRUE.equals(value) ? "yes" : "no";
    }

    @Override
    public Boolean convertToEntityAttribute(String text) {
        return "yes".equals(text);
    }
}
