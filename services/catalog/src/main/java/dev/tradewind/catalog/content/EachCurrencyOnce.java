package dev.tradewind.catalog.content;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;

/** No two prices are in the same currency. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EachCurrencyOnce.Validator.class)
@interface EachCurrencyOnce {

  String message() default "must have one price a currency";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Prices that break other rules are no matter of this one. */
  final class Validator implements ConstraintValidator<EachCurrencyOnce, List<PutProduct.Price>> {

    @Override
    public boolean isValid(List<PutProduct.Price> prices, ConstraintValidatorContext context) {
      if (prices == null) {
        return true;
      }
      var currencies = prices.stream().filter(Objects::nonNull).map(PutProduct.Price::currency).filter(Objects::nonNull).toList();
      return currencies.stream().distinct().count() == currencies.size();
    }
  }
}
