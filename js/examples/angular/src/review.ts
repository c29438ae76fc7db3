import { Component, inject, InjectionToken } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import type { Engine } from 'xeploai';
import { schemaValidator } from './schema-validator';

export const ENGINE = new InjectionToken<Engine>('xeploai');

@Component({
  selector: 'app-review',
  imports: [ReactiveFormsModule],
  templateUrl: './review.html',
})
export class Review {
  private readonly engine = inject(ENGINE);
  readonly fields = [
    { id: 'general', label: 'Tiêu chí chung' },
    { id: 'results', label: 'Kết quả nhiệm vụ' },
    { id: 'total', label: 'Tổng điểm' },
  ];
  readonly form = new FormGroup(
    { general: new FormControl(''), results: new FormControl(''), total: new FormControl('') },
    { validators: schemaValidator(this.engine.schema('mau-2b')) },
  );
  readonly quota = this.engine.quota({ subject: 'member', tally: { htxsnv: 2, httnv: 14, htnv: 1, khtnv: 0 } }).quotas[0]?.summary;

  /** What is wrong with a field, once somebody has left it. */
  message(id: string): string | undefined {
    return this.form.get(id)?.touched ? this.form.errors?.['xeploai']?.[id] : undefined;
  }

  points(): string | undefined {
    return this.engine.check({ form: 'mau-2b', answers: this.form.value }).rating?.points?.leastText;
  }
}
