import { bootstrapApplication } from '@angular/platform-browser';
import { createEngine } from 'xeploai';
import hd43 from 'xeploai/rulebooks/hd43-2025';
import { ENGINE, Review } from './review';

createEngine({ rulebook: hd43, asOf: '2025-12-31' }).then((engine) =>
  bootstrapApplication(Review, { providers: [{ provide: ENGINE, useValue: engine }] }),
);
